def gradients(w, b, points):
    return 2*(sum(w*x+b-y for x,y in points)/len(points))*(sum(x for x,_ in points)/len(points)), sum(2*(w*x+b-y) for x,y in points)/len(points)
