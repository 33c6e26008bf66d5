"""The Athena table over what was delivered."""

from pipeline.resources import table
from pipeline.settings import Settings

table.create(Settings.load())
