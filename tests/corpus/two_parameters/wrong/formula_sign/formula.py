def gradients(w, b, points):
    return sum(2*(y-w*x-b)*x for x,y in points)/len(points), sum(2*(y-w*x-b) for x,y in points)/len(points)
