"""Why something can't be done with an alert."""


class AlertError(Exception):
    """Something about an alert can't be done."""


class AlertIncompleteError(AlertError):
    """It lacks words in one of the portal's languages."""


class AlertOverError(AlertError):
    """Its end has passed, or comes before its start."""


class AlertClosedError(AlertError):
    """It was cancelled, so that nothing can follow; a new danger is a new alert."""


class NothingToPublishError(AlertError):
    """It has no draft: somebody has published or thrown it away meanwhile."""
