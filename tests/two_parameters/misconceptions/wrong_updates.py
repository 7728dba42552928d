"""Wrong versions of `update`, as they would be written."""

from tests.two_parameters.misconceptions.reference import Value

# --- which of the parameters move ----------------------------------------------------------------


def returns_in_the_loop(parameters, lr):
    for parameter in parameters:
        parameter.data -= lr * parameter.grad
        return parameters


def first_by_index(parameters, lr):
    parameters[0].data -= lr * parameters[0].grad


def last_only(parameters, lr):
    for parameter in parameters:
        step = lr * parameter.grad
    parameter.data -= step


def last_by_index(parameters, lr):
    parameters[-1].data -= lr * parameters[-1].grad


def all_but_the_last(parameters, lr):
    for i in range(len(parameters) - 1):
        parameters[i].data -= lr * parameters[i].grad


def all_but_the_first(parameters, lr):
    for i in range(1, len(parameters)):
        parameters[i].data -= lr * parameters[i].grad


def one_index_too_many(parameters, lr):
    for i in range(len(parameters) + 1):
        parameters[i].data -= lr * parameters[i].grad


def counted_from_one(parameters, lr):
    for i in range(1, len(parameters) + 1):
        parameters[i].data -= lr * parameters[i].grad


def unpacked_as_two(parameters, lr):
    w, b = parameters
    w.data -= lr * w.grad
    b.data -= lr * b.grad


def two_by_index(parameters, lr):
    w = parameters[0]
    b = parameters[1]
    w.data -= lr * w.grad
    b.data -= lr * b.grad


def first_two(parameters, lr):
    for parameter in parameters[:2]:
        parameter.data -= lr * parameter.grad


def unpacked_and_rebound(parameters, lr):
    w, b = parameters
    w = w.data - lr * w.grad
    b = b.data - lr * b.grad


def unpacked_and_made_anew(parameters, lr):
    w, b = parameters
    w, b = Value(w.data - lr * w.grad), Value(b.data - lr * b.grad)


def taken_by_index_and_rebound(parameters, lr):
    w, b = parameters[0], parameters[1]
    w = w.data - lr * w.grad
    b = b.data - lr * b.grad


def taken_by_index_and_returned(parameters, lr):
    w, b = parameters[0], parameters[1]
    return w.data - lr * w.grad, b.data - lr * b.grad


def unpacked_and_returned(parameters, lr):
    w, b = parameters
    return w.data - lr * w.grad, b.data - lr * b.grad


def unpacked_and_returned_anew(parameters, lr):
    w, b = parameters
    return [Value(w.data - lr * w.grad), Value(b.data - lr * b.grad)]


def takes_one_value(parameters, lr):
    parameters.data -= lr * parameters.grad


# --- which gradient moves them --------------------------------------------------------------------


def gradient_of_the_first(parameters, lr):
    for parameter in parameters:
        parameter.data -= lr * parameters[0].grad


def gradient_of_the_last(parameters, lr):
    for parameter in parameters:
        parameter.data -= lr * parameters[-1].grad


def sum_of_gradients(parameters, lr):
    total = sum(parameter.grad for parameter in parameters)
    for parameter in parameters:
        parameter.data -= lr * total


def mean_of_gradients(parameters, lr):
    mean = sum(parameter.grad for parameter in parameters) / len(parameters)
    for parameter in parameters:
        parameter.data -= lr * mean


def running_sum_of_gradients(parameters, lr):
    total = 0
    for parameter in parameters:
        total += parameter.grad
        parameter.data -= lr * total


def step_shared_out(parameters, lr):
    for parameter in parameters:
        parameter.data -= lr * parameter.grad / len(parameters)


def rate_shrinks_along_the_list(parameters, lr):
    for parameter in parameters:
        parameter.data -= lr * parameter.grad
        lr *= lr


def once_for_each_parameter(parameters, lr):
    for _ in parameters:
        for parameter in parameters:
            parameter.data -= lr * parameter.grad


def step_of_unit_length(parameters, lr):
    length = sum(parameter.grad**2 for parameter in parameters) ** 0.5
    for parameter in parameters:
        parameter.data -= lr * parameter.grad / length


def turned_list(parameters, lr):
    for parameter, other in zip(parameters, reversed(parameters), strict=True):
        parameter.data -= lr * other.grad


# --- a wrong step, for each of them ---------------------------------------------------------------


def ascent(parameters, lr):
    for parameter in parameters:
        parameter.data += lr * parameter.grad


def no_rate(parameters, lr):
    for parameter in parameters:
        parameter.data -= parameter.grad


def rate_twice(parameters, lr):
    for parameter in parameters:
        parameter.data -= lr * lr * parameter.grad


def divided(parameters, lr):
    for parameter in parameters:
        parameter.data -= parameter.grad / lr


def divided_the_other_way(parameters, lr):
    for parameter in parameters:
        parameter.data -= lr / parameter.grad


def assigned_step(parameters, lr):
    for parameter in parameters:
        parameter.data = lr * parameter.grad


def assigned_negative_step(parameters, lr):
    for parameter in parameters:
        parameter.data = -lr * parameter.grad


def step_minus_data(parameters, lr):
    for parameter in parameters:
        parameter.data = lr * parameter.grad - parameter.data


def subtracts_data(parameters, lr):
    for parameter in parameters:
        parameter.data -= lr * parameter.data


def subtracts_rate(parameters, lr):
    for parameter in parameters:
        parameter.data -= lr


def subtracts_rate_and_gradient(parameters, lr):
    for parameter in parameters:
        parameter.data -= lr + parameter.grad


def adds_the_rate(parameters, lr):
    for parameter in parameters:
        parameter.data += lr


def multiplies_data(parameters, lr):
    for parameter in parameters:
        parameter.data *= lr * parameter.grad


def times_data_too(parameters, lr):
    for parameter in parameters:
        parameter.data -= lr * parameter.grad * parameter.data


def sign_only(parameters, lr):
    for parameter in parameters:
        parameter.data -= lr if parameter.grad > 0 else -lr


def sign_only_with_zero(parameters, lr):
    for parameter in parameters:
        if parameter.grad > 0:
            parameter.data -= lr
        elif parameter.grad < 0:
            parameter.data += lr


def always_down(parameters, lr):
    for parameter in parameters:
        parameter.data -= lr * abs(parameter.grad)


def only_where_positive(parameters, lr):
    for parameter in parameters:
        if parameter.grad > 0:
            parameter.data -= lr * parameter.grad


def fixed_rate(parameters, lr):
    for parameter in parameters:
        parameter.data -= 0.1 * parameter.grad


def clips_at_one(parameters, lr):
    for parameter in parameters:
        parameter.data -= lr * max(-1.0, min(1.0, parameter.grad))


def clips_at_five(parameters, lr):
    for parameter in parameters:
        parameter.data -= lr * max(-5.0, min(5.0, parameter.grad))


def clips_at_ten(parameters, lr):
    for parameter in parameters:
        parameter.data -= lr * max(-10.0, min(10.0, parameter.grad))


def two_steps(parameters, lr):
    for parameter in parameters:
        parameter.data -= lr * parameter.grad
        parameter.data -= lr * parameter.grad


def ten_steps(parameters, lr):
    for _ in range(10):
        for parameter in parameters:
            parameter.data -= lr * parameter.grad


# --- more than a step, or something else ------------------------------------------------------------


def clears_grad(parameters, lr):
    for parameter in parameters:
        parameter.data -= lr * parameter.grad
        parameter.grad = 0.0


def clears_grad_of_the_last(parameters, lr):
    for parameter in parameters:
        parameter.data -= lr * parameter.grad
    parameter.grad = 0.0


def clears_grad_to_none(parameters, lr):
    for parameter in parameters:
        parameter.data -= lr * parameter.grad
        parameter.grad = None


def clears_grad_first(parameters, lr):
    for parameter in parameters:
        parameter.grad = 0.0
        parameter.data -= lr * parameter.grad


def steps_in_grad(parameters, lr):
    for parameter in parameters:
        parameter.grad -= lr * parameter.grad


def data_into_grad(parameters, lr):
    for parameter in parameters:
        parameter.grad -= lr * parameter.data


def scales_grad(parameters, lr):
    for parameter in parameters:
        parameter.grad *= lr
        parameter.data -= parameter.grad


def goes_backward(parameters, lr):
    for parameter in parameters:
        parameter.backward()
        parameter.data -= lr * parameter.grad


def value_as_data(parameters, lr):
    for parameter in parameters:
        parameter.data = parameter - lr * parameter.grad


# --- nothing moves ------------------------------------------------------------------------------------


def loop_name_rebound(parameters, lr):
    for parameter in parameters:
        parameter = parameter - lr * parameter.grad  # noqa: PLW2901


def loop_name_shrunk(parameters, lr):
    for parameter in parameters:
        parameter -= lr * parameter.grad  # noqa: PLW2901


def loop_name_made_anew(parameters, lr):
    for parameter in parameters:
        parameter = Value(parameter.data - lr * parameter.grad)  # noqa: PLW2901


def list_gets_new_values(parameters, lr):
    for i in range(len(parameters)):
        parameters[i] = Value(parameters[i].data - lr * parameters[i].grad)


def list_gets_differences(parameters, lr):
    for i in range(len(parameters)):
        parameters[i] = parameters[i] - lr * parameters[i].grad


def list_gets_numbers(parameters, lr):
    for i in range(len(parameters)):
        parameters[i] = parameters[i].data - lr * parameters[i].grad


def local_numbers(parameters, lr):
    for parameter in parameters:
        data = parameter.data
        data -= lr * parameter.grad


def list_of_numbers_shrunk(parameters, lr):
    numbers = [parameter.data for parameter in parameters]
    grads = [parameter.grad for parameter in parameters]
    for i in range(len(numbers)):
        numbers[i] -= lr * grads[i]


def numbers_returned(parameters, lr):
    return [parameter.data - lr * parameter.grad for parameter in parameters]


def new_values_returned(parameters, lr):
    return [Value(parameter.data - lr * parameter.grad) for parameter in parameters]


def differences_returned(parameters, lr):
    return [parameter - lr * parameter.grad for parameter in parameters]


def appended_to_a_new_list(parameters, lr):
    moved = []
    for parameter in parameters:
        moved.append(parameter.data - lr * parameter.grad)
    return moved


def copies_moved(parameters, lr):
    for parameter in [Value(p.data) for p in parameters]:
        parameter.data -= lr * parameter.grad
