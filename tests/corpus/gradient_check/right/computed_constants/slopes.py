def relative_error(found, due):
    difference = found - due
    if difference < 0:
        difference = -difference
    sizes = sorted([abs(found), abs(due)])
    return difference / sizes[1] if sizes[1] > 0 else 0.0
