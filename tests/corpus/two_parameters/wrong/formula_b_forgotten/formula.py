def gradients(w, b, points):
    return sum(2*(w*x-y)*x for x,y in points)/len(points), sum(2*(w*x-y) for x,y in points)/len(points)
