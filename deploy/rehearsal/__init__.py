"""A rehearsal: the production of a city on one machine, on loopback, from the system's packages."""

from deploy.rehearsal.city import Rehearsal
from deploy.rehearsal.places import MissingProgramError, Places, missing_programs

__all__ = ["MissingProgramError", "Places", "Rehearsal", "missing_programs"]
