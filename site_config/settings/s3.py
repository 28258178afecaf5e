"""Settings of uploaded files that are kept in a bucket (the interface of Amazon S3)."""

from importlib.util import find_spec
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

env = environ.Env()

ON_DISK = {"BACKEND": "site_config.full_disks.WholeFileStorage"}


def media_storage(bucket: str) -> dict[str, Any]:
    """Return where uploaded files are kept.

    Args:
        bucket: the bucket's name; empty for a folder of this machine.

    Raises:
        ImproperlyConfigured: the packages for it are not installed.
    """
    if not bucket:
        return ON_DISK
    if find_spec("storages") is None or find_spec("boto3") is None:
        raise ImproperlyConfigured(
            "MEDIA_S3_BUCKET is set, but django-storages is not installed: "
            "pip install -r requirements-extras.txt, or leave MEDIA_S3_BUCKET empty."
        )
    return {
        "BACKEND": "site_config.s3_media.BucketStorage",
        "OPTIONS": {
            "bucket_name": bucket,
            "endpoint_url": env("MEDIA_S3_ENDPOINT", default="") or None,
            "region_name": env("MEDIA_S3_REGION", default="") or None,
            "access_key": env("MEDIA_S3_KEY"),
            "secret_key": env("MEDIA_S3_SECRET"),
            "default_acl": None,  # The bucket is private; the portal asks who may see a file.
            "file_overwrite": False,
            "signature_version": "s3v4",
            "max_memory_size": 5 * 1024 * 1024,
        },
    }
