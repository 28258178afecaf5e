"""Days as the city counts them, for campaigns and what belongs to them."""

from site_config.days import city_today, next_midnight, start_of_day

__all__ = ["city_today", "next_midnight", "start_of_day"]
