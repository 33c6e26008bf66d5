"""The bucket's permission for Firehose."""

from pipeline.resources import bucket_policy
from pipeline.settings import Settings

bucket_policy.create(Settings.load())
