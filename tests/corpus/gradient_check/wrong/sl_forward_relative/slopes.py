def forward_slope(f, x, h):
    return (f(x * (1 + h)) - f(x)) / h
