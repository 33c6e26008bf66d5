"""The IAM roles of the API, of Firehose and of the function."""

from pipeline.resources import roles
from pipeline.settings import Settings

roles.create(Settings.load())
