def square(self):
	out = Value(self.data ** 2, (self,), 'square')
	def _backward():
		self.grad += out.grad * self.data * 2
	out._backward = _backward
	return out
