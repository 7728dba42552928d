def gradients(w, b, points):
    return sum(2*(w*x+b-y)*x for x,y in points), sum(2*(w*x+b-y) for x,y in points)
