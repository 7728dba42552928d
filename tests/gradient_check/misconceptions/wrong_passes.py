"""Wrong versions of `engine_gradients`, as they would be written."""

from tests.gradient_check.misconceptions.reference import measured_gradients

# --- how often it goes backward ------------------------------------------------------------------------


def once_for_each_input(Value, f, xs):
    values = [Value(x) for x in xs]
    gradients = []
    for value in values:
        f(*values).backward()
        gradients.append(value.grad)
    return gradients


def once_for_each_input_read_afterwards(Value, f, xs):
    values = [Value(x) for x in xs]
    for _ in values:
        f(*values).backward()
    return [value.grad for value in values]


def one_result_many_times(Value, f, xs):
    values = [Value(x) for x in xs]
    result = f(*values)
    gradients = []
    for value in values:
        result.backward()
        gradients.append(value.grad)
    return gradients


def one_result_many_times_read_afterwards(Value, f, xs):
    values = [Value(x) for x in xs]
    result = f(*values)
    for _ in values:
        result.backward()
    return [value.grad for value in values]


def twice(Value, f, xs):
    values = [Value(x) for x in xs]
    f(*values).backward()
    f(*values).backward()
    return [value.grad for value in values]


def twice_on_one_result(Value, f, xs):
    values = [Value(x) for x in xs]
    result = f(*values)
    result.backward()
    result.backward()
    return [value.grad for value in values]


def never(Value, f, xs):
    values = [Value(x) for x in xs]
    f(*values)
    return [value.grad for value in values]


def never_called(Value, f, xs):
    values = [Value(x) for x in xs]
    result = f(*values)
    result.backward  # noqa: B018
    return [value.grad for value in values]


def never_asked_f(Value, f, xs):
    values = [Value(x) for x in xs]
    return [value.grad for value in values]


def other_values_read(Value, f, xs):
    f(*[Value(x) for x in xs]).backward()
    return [Value(x).grad for x in xs]


def other_list_read(Value, f, xs):
    values = [Value(x) for x in xs]
    result = f(*[Value(x) for x in xs])
    result.backward()
    return [value.grad for value in values]


def reset_before_reading(Value, f, xs):
    values = [Value(x) for x in xs]
    f(*values).backward()
    for value in values:
        value.grad = 0.0
    return [value.grad for value in values]


def read_before(Value, f, xs):
    values = [Value(x) for x in xs]
    result = f(*values)
    gradients = [value.grad for value in values]
    result.backward()
    return gradients


def from_the_inputs(Value, f, xs):
    values = [Value(x) for x in xs]
    f(*values)
    for value in values:
        value.backward()
    return [value.grad for value in values]


def from_everything(Value, f, xs):
    values = [Value(x) for x in xs]
    f(*values).backward()
    for value in values:
        value.backward()
    return [value.grad for value in values]


# --- what is asked, and of whom -----------------------------------------------------------------------


def measured(Value, f, xs):
    return measured_gradients(Value, f, xs)


def measured_forward(Value, f, xs):
    h = 1e-5
    before = f(*[Value(x) for x in xs]).data
    gradients = []
    for k in range(len(xs)):
        after = f(*[Value(x + h if i == k else x) for i, x in enumerate(xs)]).data
        gradients.append((after - before) / h)
    return gradients


def of_the_result(Value, f, xs):
    values = [Value(x) for x in xs]
    result = f(*values)
    result.backward()
    return [result.grad for _ in values]


def of_the_result_alone(Value, f, xs):
    values = [Value(x) for x in xs]
    result = f(*values)
    result.backward()
    return [result.grad]


def of_the_result_bare(Value, f, xs):
    result = f(*[Value(x) for x in xs])
    result.backward()
    return result.grad


def data_of_inputs(Value, f, xs):
    values = [Value(x) for x in xs]
    f(*values).backward()
    return [value.data for value in values]


def inputs_themselves(Value, f, xs):
    values = [Value(x) for x in xs]
    f(*values).backward()
    return values


def data_of_the_result(Value, f, xs):
    values = [Value(x) for x in xs]
    result = f(*values)
    result.backward()
    return [result.data for _ in values]


def numbers_into_f(Value, f, xs):
    result = f(*xs)
    result.backward()
    return [x.grad for x in xs]


def numbers_read(Value, f, xs):
    values = [Value(x) for x in xs]
    f(*values).backward()
    return [x.grad for x in xs]


def list_into_f(Value, f, xs):
    values = [Value(x) for x in xs]
    f(values).backward()
    return [value.grad for value in values]


def list_read(Value, f, xs):
    values = [Value(x) for x in xs]
    f(*values).backward()
    return values.grad


def one_value_of_all(Value, f, xs):
    values = Value(xs)
    f(values).backward()
    return values.grad


def returned_by_backward(Value, f, xs):
    values = [Value(x) for x in xs]
    return f(*values).backward()


def backward_on_data(Value, f, xs):
    values = [Value(x) for x in xs]
    f(*values).data.backward()
    return [value.grad for value in values]


def f_goes_backward(Value, f, xs):
    values = [Value(x) for x in xs]
    f.backward()
    return [value.grad for value in values]


def one_input_at_a_time(Value, f, xs):
    gradients = []
    for x in xs:
        value = Value(x)
        f(value).backward()
        gradients.append(value.grad)
    return gradients


def others_are_numbers(Value, f, xs):
    gradients = []
    for k in range(len(xs)):
        values = [Value(x) if i == k else x for i, x in enumerate(xs)]
        f(*values).backward()
        gradients.append(values[k].grad)
    return gradients


def equals_share_a_value(Value, f, xs):
    known = {x: Value(x) for x in xs}
    f(*[known[x] for x in xs]).backward()
    return [known[x].grad for x in xs]


def first_of_equals(Value, f, xs):
    values = [Value(x) for x in xs]
    f(*values).backward()
    return [values[xs.index(x)].grad for x in xs]


def same_value_everywhere(Value, f, xs):
    values = [Value(xs[0])] * len(xs)
    f(*values).backward()
    return [value.grad for value in values]


# --- what comes back ---------------------------------------------------------------------------------


def first_only(Value, f, xs):
    values = [Value(x) for x in xs]
    f(*values).backward()
    for value in values:
        return [value.grad]
    return []


def first_bare(Value, f, xs):
    values = [Value(x) for x in xs]
    f(*values).backward()
    return values[0].grad


def last_only(Value, f, xs):
    values = [Value(x) for x in xs]
    f(*values).backward()
    for value in values:
        gradients = [value.grad]
    return gradients


def last_bare(Value, f, xs):
    values = [Value(x) for x in xs]
    f(*values).backward()
    for value in values:
        gradient = value.grad
    return gradient


def turned_order(Value, f, xs):
    values = [Value(x) for x in xs]
    f(*values).backward()
    return [value.grad for value in reversed(values)]


def by_insertion_in_front(Value, f, xs):
    values = [Value(x) for x in xs]
    f(*values).backward()
    gradients = []
    for value in values:
        gradients.insert(0, value.grad)
    return gradients


def sorted_by_size(Value, f, xs):
    values = [Value(x) for x in xs]
    f(*values).backward()
    return sorted(value.grad for value in values)


def inputs_turned(Value, f, xs):
    values = [Value(x) for x in xs[::-1]]
    f(*values).backward()
    return [value.grad for value in values]


def added_up(Value, f, xs):
    values = [Value(x) for x in xs]
    f(*values).backward()
    return sum(value.grad for value in values)


def by_input(Value, f, xs):
    values = [Value(x) for x in xs]
    f(*values).backward()
    return {value.data: value.grad for value in values}


def values_of_a_dict(Value, f, xs):
    values = [Value(x) for x in xs]
    f(*values).backward()
    return list({value.data: value.grad for value in values}.values())


def pairs(Value, f, xs):
    values = [Value(x) for x in xs]
    f(*values).backward()
    return [(value.data, value.grad) for value in values]


def pairs_with_positions(Value, f, xs):
    values = [Value(x) for x in xs]
    f(*values).backward()
    return [(k, value.grad) for k, value in enumerate(values)]


def in_values(Value, f, xs):
    values = [Value(x) for x in xs]
    f(*values).backward()
    return [Value(value.grad) for value in values]


def sizes(Value, f, xs):
    values = [Value(x) for x in xs]
    f(*values).backward()
    return [abs(value.grad) for value in values]


def with_the_result(Value, f, xs):
    values = [Value(x) for x in xs]
    result = f(*values)
    result.backward()
    return [value.grad for value in values], result.data


def nothing(Value, f, xs):
    values = [Value(x) for x in xs]
    f(*values).backward()
    gradients = [value.grad for value in values]  # noqa: F841


def rounded(Value, f, xs):
    values = [Value(x) for x in xs]
    f(*values).backward()
    return [round(value.grad, 2) for value in values]


def rounded_to_four(Value, f, xs):
    values = [Value(x) for x in xs]
    f(*values).backward()
    return [round(value.grad, 4) for value in values]


def zeros_left_out(Value, f, xs):
    values = [Value(x) for x in xs]
    f(*values).backward()
    return [value.grad for value in values if value.grad]
