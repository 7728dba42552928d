def gradients(w, b, points):
    return sum((w*x+b-y)*x for x,y in points)/len(points), sum((w*x+b-y) for x,y in points)/len(points)
