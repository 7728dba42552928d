def forward_slope(f, x, h):
    return f(x + h) - f(x) / h
