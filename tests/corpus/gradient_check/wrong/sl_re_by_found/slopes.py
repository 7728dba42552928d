def relative_error(found, due):
    if found == 0:
        return 0 if due == 0 else 1
    return abs(found - due) / abs(found)
