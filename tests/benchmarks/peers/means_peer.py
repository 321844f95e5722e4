#!/usr/bin/env python3
"""scikit-learn's k-means on a table of quotes, for the benchmark of kernels.

Reads on standard input six 32-bit numbers (row starts, values, width, groups, rounds, runs), then row starts, columns
and values, and prints the median milliseconds and the mean cosine between rows and the means of their groups.
"""
import statistics
import sys
import time

import numpy
from scipy.sparse import csr_matrix
from sklearn.cluster import KMeans


def main():
    data = sys.stdin.buffer.read()
    starts, values, width, groups, rounds, runs = numpy.frombuffer(data, "<u4", 6)
    numbers = numpy.frombuffer(data, "<i4", starts + values, 24)
    weights = numpy.frombuffer(data, "<f4", values, 24 + 4 * int(starts + values))
    shape = (int(starts) - 1, int(width))
    table = csr_matrix((weights.copy(), numbers[starts:].copy(), numbers[:starts].copy()), shape=shape)
    times = []
    for _ in range(int(runs)):
        begun = time.perf_counter()
        model = KMeans(int(groups), n_init=1, max_iter=int(rounds), random_state=1).fit(table)
        times.append((time.perf_counter() - begun) * 1000)
    centres = model.cluster_centers_ / numpy.linalg.norm(model.cluster_centers_, axis=1, keepdims=True)
    cosines = table.multiply(centres[model.labels_]).sum() if shape[0] <= 20000 else sum(
        table[at : at + 10000].multiply(centres[model.labels_[at : at + 10000]]).sum()
        for at in range(0, shape[0], 10000)
    )
    print(statistics.median(times), cosines / shape[0])


main()
