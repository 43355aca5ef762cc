#!/bin/sh
# Asks Inkling with curl: sh ask.sh [SERVER]
set -eu
server=${1:-http://127.0.0.1:8000}

# Pictures to ask about; yours do as well.
curl -sSfO "$server/static/samples/digit.png"
curl -sSfO "$server/static/samples/column.png"

# One picture: JSON.
curl -sSf -F image=@digit.png "$server/predict"
echo

# Several: a line of JSON for each, as soon as it is read.
curl -sSfN -F image=@digit.png -F image=@column.png "$server/predict"

# What the network alone takes, by the Open Inference Protocol.
curl -sSf "$server/v2/models/digits"
echo
