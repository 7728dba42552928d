def relative_error(found, due):
    size = max(abs(found), abs(due))
    return 0 if size == 0 else round(abs(found - due) / size, 3)
