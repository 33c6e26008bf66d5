"""The buckets of the clicks and of Athena's results."""

from pipeline.resources import bucket
from pipeline.settings import Settings

bucket.create(Settings.load())
