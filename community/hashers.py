"""Password hashing sized for a small machine."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class PortalArgon2Hasher(Argon2PasswordHasher):
    """Argon2id with 19 MiB and two passes: OWASP's setting for servers with little memory.

    Django's default takes 100 MiB for each sign-in, so a handful at once would end a small
    server.
    """

    time_cost = 2
    memory_cost = 19_456
    parallelism = 1
