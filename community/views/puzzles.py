"""Puzzles for the browsers of guests."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from community.puzzles import new_puzzle
from site_config.rate_limits import Limit, RateLimitedError, client_network, count_use

PUZZLE_LIMIT = Limit(30, 60)


@require_safe
@never_cache
def puzzle(request: HttpRequest) -> JsonResponse:
    """Give out one puzzle; it opens no session and sets no cookie."""
    try:
        count_use("puzzle", client_network(request), PUZZLE_LIMIT)
    except RateLimitedError as limited:
        response = JsonResponse({}, status=429)
        response["Retry-After"] = str(limited.retry_after)
        return response
    return JsonResponse(new_puzzle())
