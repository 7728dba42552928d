LEAVES_ITS_LINE = "along it"
