"""The pictures of the city, with every size that pages ask for."""

from home.demo.city import City
from home.demo.library.pictures import PICTURES


def load(city: City) -> None:
    """Store each picture once; making its sizes takes most of the demo's time."""
    for number, key in enumerate(PICTURES, start=1):
        city.picture(key)
        if number % 5 == 0 or number == len(PICTURES):
            city.say(f"{number} of {len(PICTURES)} pictures", number, len(PICTURES))
