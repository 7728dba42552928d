def check(Value, f, xs, tolerance=1e-6):
    answer = []
    position = 0
    for e, m in zip(engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)):
        largest = max(abs(e), abs(m))
        if largest >= 1e-8 and abs(e - m) > tolerance * largest:
            answer.append(position)
        position += 1
    return answer
