def relative_error(found, due):
    size = max(abs(found), abs(due))
    return 0 if size == 0 else abs(found - due / size)
