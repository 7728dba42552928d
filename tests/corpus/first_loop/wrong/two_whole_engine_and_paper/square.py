def square(self):
    return self.data * self.data
