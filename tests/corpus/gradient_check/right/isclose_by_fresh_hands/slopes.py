def relative_error(found, due):
    return abs(found - due) / (max(abs(found), abs(due)) or 1)
