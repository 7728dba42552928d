class Value(:
