def relative_error(found, due):
    return 0.0 if found == due else abs(found - due) / max(abs(found), abs(due))
