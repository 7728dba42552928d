def relative_error(found, due):
    return abs(found - due)
