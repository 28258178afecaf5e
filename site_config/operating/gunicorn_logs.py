"""The words of gunicorn itself in the same form as the portal's."""

from typing import Any

from gunicorn.glogging import Logger

from site_config.operating.json_logs import JsonFormatter


class JsonLogger(Logger):
    """Name it with ``--logger-class``: what processes tell of themselves becomes lines of JSON."""

    def setup(self, cfg: Any) -> None:
        """Give the handlers of gunicorn our form."""
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(JsonFormatter())
