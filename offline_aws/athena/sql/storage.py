"""Storage formats: the SerDe and the input and output formats by which Glue names each.

https://docs.aws.amazon.com/athena/latest/ug/supported-serdes.html
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from offline_aws.athena.errors import NotEmulatedError, QueryError

OPENX = "org.openx.data.jsonserde.JsonSerDe"
HCATALOG = "org.apache.hive.hcatalog.data.JsonSerDe"
HIVE_JSON = "org.apache.hadoop.hive.serde2.JsonSerDe"
LAZY = "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe"
OPEN_CSV = "org.apache.hadoop.hive.serde2.OpenCSVSerde"
REGEX = "org.apache.hadoop.hive.serde2.RegexSerDe"
PARQUET = "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe"
ORC = "org.apache.hadoop.hive.ql.io.orc.OrcSerde"
AVRO = "org.apache.hadoop.hive.serde2.avro.AvroSerDe"

JSON_SERDES = (OPENX, HCATALOG, HIVE_JSON)
COLUMNAR = (PARQUET, ORC)
# Those that read a whole object, not a line.
OF_FILES = (*COLUMNAR, AVRO)
SERDES = (*JSON_SERDES, LAZY, OPEN_CSV, REGEX, *OF_FILES)
# SerDes that Hive asks for the columns, instead of the catalog, where it shows them.
TELLS_COLUMNS = (*JSON_SERDES, OPEN_CSV)
# SerDes that Athena has and this emulator has not.
NOT_EMULATED = (
    "com.amazonaws.glue.serde.GrokSerDe",
    "com.amazon.emr.hive.serde.CloudTrailSerde",
    "com.amazon.ionhiveserde.IonHiveSerDe",
)

# The table property that says how many lines at the head of each object are no rows.
HEADER_LINES = "skip.header.line.count"
FOOTER_LINES = "skip.footer.line.count"
# How the characters of text are written, where it is not UTF-8.
ENCODING = "serialization.encoding"
# The schema of an Avro table's records, and where Hive would fetch it from.
AVRO_SCHEMA, AVRO_SCHEMA_URL = "avro.schema.literal", "avro.schema.url"


@dataclass(frozen=True)
class Storage:
    """How a table's objects are written."""

    serde: str
    input_format: str
    output_format: str


_TEXT = ("org.apache.hadoop.mapred.TextInputFormat", "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat")
# What Athena writes down for the OpenX SerDe where STORED AS does not say.
_OPENX = (_TEXT[0], "org.apache.hadoop.hive.ql.io.IgnoreKeyTextOutputFormat")
_PARQUET = "org.apache.hadoop.hive.ql.io.parquet.MapredParquet{}Format"
_ORC = "org.apache.hadoop.hive.ql.io.orc.Orc{}Format"
_AVRO = "org.apache.hadoop.hive.ql.io.avro.AvroContainer{}Format"

# What STORED AS and the property ``format`` of CREATE TABLE AS name.
STORAGES = {
    "TEXTFILE": Storage(LAZY, *_TEXT),
    "JSON": Storage(HCATALOG, *_TEXT),
    "PARQUET": Storage(PARQUET, _PARQUET.format("Input"), _PARQUET.format("Output")),
    "ORC": Storage(ORC, _ORC.format("Input"), _ORC.format("Output")),
    "AVRO": Storage(AVRO, _AVRO.format("Input"), _AVRO.format("Output")),
}


def storage_named(name: str) -> Storage:
    """The storage that a statement names; the formats that can't be read here are refused."""
    if not (storage := STORAGES.get(name.upper())):
        raise NotEmulatedError(f"the format {name.upper()}")
    return storage


def storage_of(serde: str) -> Storage:
    """How the tables of a SerDe are stored; Athena has no other SerDes than those it lists."""
    if serde in NOT_EMULATED:
        raise NotEmulatedError(f"the SerDe {serde}")
    if serde not in SERDES:
        raise QueryError("HIVE_SERDE_NOT_FOUND", f"deserializer does not exist: {serde}")
    of_files = next((storage for storage in STORAGES.values() if storage.serde == serde in OF_FILES), None)
    return of_files or Storage(serde, *(_OPENX if serde == OPENX else _TEXT))


def descriptor(storage: Storage, location: str, columns: list[dict[str, str]], serde: Mapping[str, str]) -> Any:
    """Glue's StorageDescriptor."""
    return {
        "Columns": columns,
        "Location": location,
        "InputFormat": storage.input_format,
        "OutputFormat": storage.output_format,
        "NumberOfBuckets": -1,
        "SerdeInfo": {
            "SerializationLibrary": storage.serde,
            "Parameters": {"serialization.format": "1"} | dict(serde),
        },
    }
