def mittel(zahlen):
    return sum(zahlen) / len(zahlen)
