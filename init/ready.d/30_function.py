"""The Lambda function that transforms clicks."""

from pipeline.resources import function
from pipeline.settings import Settings

function.create(Settings.load())
