def gradients(w, b, points):
    return Value(sum(2*(w*x+b-y)*x for x,y in points)/len(points)), Value(sum(2*(w*x+b-y) for x,y in points)/len(points))
