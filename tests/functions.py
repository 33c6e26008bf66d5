"""Lambda functions that several tests deploy."""

import io
import textwrap
import zipfile

# As the tutorial has it: a list outside the handler, so that a warm call returns the records of earlier calls once more,
# and data as bytes.
TUTORIAL = """
    import base64

    output = []

    def handler(event, context):
        for record in event['records']:
            payload = base64.b64decode(record['data']).decode('utf-8')
            row_w_newline = payload + "\\n"
            row_w_newline = base64.b64encode(row_w_newline.encode('utf-8'))
            output_record = {'recordId': record['recordId'], 'result': 'Ok', 'data': row_w_newline}
            output.append(output_record)
        return {'records': output}
"""


def zipped(code: str, module: str = "index") -> bytes:
    """The deployment archive of a function of one module."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr(f"{module}.py", textwrap.dedent(code))
    return archive.getvalue()
