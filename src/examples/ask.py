"""Asks Inkling with nothing but Python: python3 ask.py [SERVER]"""

import json
import sys
from base64 import b64encode
from urllib.error import HTTPError
from urllib.request import Request, urlopen

server = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000"


def ask(path, body=None, content_type="application/json"):
    """Why there is no answer stands in the answer, as "detail" or "error"."""
    try:
        headers = {"Content-Type": content_type}
        return urlopen(Request(server + path, body, headers))
    except HTTPError as error:
        problem = json.load(error)
        sys.exit(f"{error.code}: {problem.get('detail') or problem.get('error')}")


# Pictures to ask about; yours do as well.
names = ["digit.png", "column.png"]
pictures = [ask(f"/static/samples/{name}").read() for name in names]

# One picture: JSON.
answer = json.load(ask("/predict", pictures[0], "image/png"))
print("One picture says", json.dumps(answer["text"]))

# Several: a line of JSON for each, as soon as it is read.
lines = [
    json.dumps({"id": name, "image": b64encode(picture).decode()})
    for name, picture in zip(names, pictures)
]
body = "\n".join(lines).encode()
for line in ask("/predict", body, "application/x-ndjson"):
    answer = json.loads(line)
    print(answer["id"], "says", json.dumps(answer.get("text", answer.get("detail"))))

# The network alone, by the Open Inference Protocol: a stroke from top to foot.
data = [
    [1 if 4 <= row < 24 and 13 <= column < 16 else 0 for column in range(28)]
    for row in range(28)
]
image = {"name": "image", "shape": [1, 28, 28], "datatype": "FP32", "data": [data]}
body = json.dumps({"inputs": [image], "outputs": [{"name": "digit"}]}).encode()
answer = json.load(ask("/v2/models/digits/infer", body))
print("The network says", answer["outputs"][0]["data"][0])
