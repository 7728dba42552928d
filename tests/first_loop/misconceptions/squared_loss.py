"""What goes wrong in `squared_loss`."""

from pathlib import Path

from grader.misconceptions import AN_OBJECT, Behaviour, look, plain, worded
from tests.first_loop.misconceptions import install, reference
from tests.first_loop.misconceptions.reference import Value, valued

# --- what to look at ---------------------------------------------------------------------------


def probe(modules):
    """Losses for several w, x and y, and the gradient that reaches w from them."""
    Value, squared_loss = modules("engine").Value, modules("training").squared_loss
    points = ((3.0, 2.0, 1.0), (-1.0, 2.0, 4.0), (1.5, -2.0, 5.0), (2.0, 0.5, 7.0), (4, 3, 5))
    return tuple(look(_loss_and_gradient, Value, squared_loss, w, x, y) for w, x, y in points)


def probe_values(modules):
    """The loss of three Values: asked apart, because few think of both kinds."""
    return look(_with_values, modules("engine").Value, modules("training").squared_loss)


def _loss_and_gradient(Value, squared_loss, w, x, y):
    parameter = Value(w)
    loss = squared_loss(parameter, x, y)
    if plain(loss) != AN_OBJECT:
        return loss, parameter.data, parameter.grad
    before = parameter.grad
    loss.backward()
    return loss.data, parameter.data, before, parameter.grad


def _with_values(Value, squared_loss):
    return _loss_and_gradient(Value, squared_loss, 3.0, Value(2.0), Value(1.0))


# --- the mistakes, each as it would be written ---------------------------------------------------


def not_squared(w, x, y):
    return w * x - y


def not_squared_turned(w, x, y):
    return y - w * x


def absolute(w, x, y):
    error = w * x - y
    return error if error.data >= 0 else error * -1


def halved(w, x, y):
    return (w * x - y).square() * 0.5


def doubled(w, x, y):
    return (w * x - y) * 2


def squared_again(w, x, y):
    return (w * x - y).square().square()


def added(w, x, y):
    return (w * x + y).square()


def sum_for_product(w, x, y):
    return (w + x - y).square()


def roles_of_x_and_y(w, x, y):
    return (w * y - x).square()


def negative(w, x, y):
    return (w * x - y).square() * -1


def x_missing(w, x, y):
    return (w - y).square()


def w_missing(w, x, y):
    return (valued(x) - y).square()


def product_of_the_difference(w, x, y):
    return (w * (x - y)).square()


def prediction_squared(w, x, y):
    return (w * x).square()


def y_outside_the_square(w, x, y):
    return (w * x).square() - y


def y_squared_alone(w, x, y):
    return w * x - y**2


def difference_of_squares(w, x, y):
    return (w * x).square() - valued(y).square()


def detached_data(w, x, y):
    return (Value(w.data) * x - y).square()


def detached_at_the_end(w, x, y):
    return Value((w * x - y).data ** 2)


def detached_prediction(w, x, y):
    y_hat = Value((w * x).data)
    return (y_hat - y).square()


def wrapped_again(w, x, y):
    return (Value(w) * x - y).square()


def all_wrapped_again(w, x, y):
    return (Value(w) * Value(x) - Value(y)).square()


def wrapped_again_then_squared(w, x, y):
    error = Value(w) * x - y
    pow(error.data, 2)  # what a `square` does that is not written as a product
    return error.square()


def x_wrapped_again(w, x, y):
    return (w * Value(x) - Value(y)).square()


def x_wrapped_again_then_squared(w, x, y):
    error = w * Value(x) - Value(y)
    pow(error.data, 2)  # what a `square` does that is not written as a product
    return error.square()


def number_squared_as_a_value(w, x, y):
    return (w.data * x - y).square()


def number_returned(w, x, y):
    return (w * x - y).data ** 2


def data_returned(w, x, y):
    return (w * x - y).square().data


def nothing_returned(w, x, y):
    (w * x - y).square()


def goes_backward_itself(w, x, y):
    loss = (w * x - y).square()
    loss.backward()
    return loss


def w_becomes_the_prediction(w, x, y):
    w.data = w.data * x
    return (w - y).square()


def w_is_multiplied_in_place(w, x, y):
    w.data *= x
    error = w - y
    return error.square()


def prediction_returned(w, x, y):
    y_hat = w * x
    (y_hat - y).square()
    return y_hat


def power_operator(w, x, y):
    return (w * x - y) ** 2


def data_of_x_and_y(w, x, y):
    return (w * x.data - y.data).square()


def lesson_numbers(w, x, y):
    return (w * 2.0 - 4.0).square()


def page_numbers(w, x, y):
    return (w * 3.0 - 3.0).square()


MODELS = {
    "squared-loss-not-squared": [not_squared, not_squared_turned],
    "squared-loss-absolute": [absolute],
    "squared-loss-halved": [halved],
    "squared-loss-doubled-instead": [doubled],
    "squared-loss-squared-twice": [squared_again],
    "squared-loss-adds-y": [added],
    "squared-loss-adds-x-to-w": [sum_for_product],
    "squared-loss-x-and-y-swapped": [roles_of_x_and_y],
    "squared-loss-negative": [negative],
    "squared-loss-without-x": [x_missing],
    "squared-loss-without-w": [w_missing],
    "squared-loss-subtracts-first": [product_of_the_difference],
    "squared-loss-without-y": [prediction_squared],
    "squared-loss-squares-too-early": [y_outside_the_square, y_squared_alone, difference_of_squares],
    "squared-loss-detached-from-w": [
        detached_data,
        detached_at_the_end,
        detached_prediction,
    ],
    "squared-loss-wraps-w-again": [wrapped_again, all_wrapped_again, wrapped_again_then_squared],
    "squared-loss-squares-a-number": [number_squared_as_a_value],
    "squared-loss-returns-number": [number_returned, data_returned],
    "squared-loss-returns-nothing": [nothing_returned],
    "squared-loss-returns-prediction": [prediction_returned],
    "squared-loss-goes-backward-itself": [goes_backward_itself],
    "squared-loss-changes-w": [w_becomes_the_prediction, w_is_multiplied_in_place],
    "squared-loss-uses-power-operator": [power_operator],
    "squared-loss-expects-values": [data_of_x_and_y],
    "squared-loss-fixed-example": [lesson_numbers],
    "squared-loss-page-numbers": [page_numbers],
}


def _uses_power(source):
    return source.has("operator", "Pow")


def _wraps_whatever_comes(source):
    wraps = source.has("call", "Value") and source.has("argument", "w")
    return wraps and not source.has("call", "isinstance") and not _uses_power(source)


CLUES = {
    "squared-loss-uses-power-operator": _uses_power,
    "squared-loss-wraps-w-again": _wraps_whatever_comes,
}
ALIKE = {"squared-loss-power-of-a-value": ["squared-loss-uses-power-operator", "squared-loss-wraps-w-again"]}
VALUE_MODELS = {"squared-loss-values-wrapped-again": [x_wrapped_again, x_wrapped_again_then_squared]}


def _wraps(source):
    return source.has("call", "Value")


VALUE_CLUES = {"squared-loss-values-wrapped-again": _wraps}  # `w.data * x` makes a Value of Values, too

STUDIES = (
    Behaviour(
        exercise="squared_loss",
        about="squared_loss",
        probe=probe,
        install=install.function,
        write=install.function_source,
        right=(reference.squared_loss,),
        **worded(Path(__file__).with_suffix(".toml"), MODELS, CLUES, ALIKE),
    ),
    Behaviour(
        exercise="squared_loss",
        about="squared_loss",
        probe=probe_values,
        install=install.function,
        write=install.function_source,
        right=(reference.squared_loss,),
        **worded(Path(__file__).with_suffix(".toml"), VALUE_MODELS, VALUE_CLUES),
    ),
)
