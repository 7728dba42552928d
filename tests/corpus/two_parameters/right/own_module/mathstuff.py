def mean(numbers):
    """Works for Values and for plain numbers."""
    numbers = list(numbers)
    total = numbers[0]
    for number in numbers[1:]:
        total = total + number
    return total / len(numbers)


def reset(*parameters):
    for p in parameters:
        p.grad = 0.0
