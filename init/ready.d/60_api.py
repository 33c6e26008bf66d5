"""The REST API that takes clicks."""

from pipeline.resources import api
from pipeline.settings import Settings

api.create(Settings.load())
