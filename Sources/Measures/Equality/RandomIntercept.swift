import Glibc

/// A line with a random level for each group, by restricted maximum likelihood.
///
/// y = a + b·x + u_group + e, fitted as in lme4: the ratio θ = σ_u/σ_e is the one number searched for, everything else
/// follows. Source: Bates, Mächler, Bolker and Walker, Journal of Statistical Software 67(1), 2015, section 3.4.
package struct RandomIntercept: Hashable, Sendable {
    package let intercept: Double
    package let slope: Double
    package let interceptError: Double
    package let slopeError: Double
    /// Standard deviation of the levels.
    package let groupDeviation: Double
    /// Standard deviation of the residuals.
    package let residualDeviation: Double
    /// Restricted log-likelihood.
    package let logLikelihood: Double

    /// - Returns: `nil` under two groups, with fewer than three points, or for a perfect fit.
    package init?(_ groups: [[(x: Double, y: Double)]]) {
        let moments = groups.map(Moments.init)
        let count = moments.reduce(0) { $0 + $1.n }
        guard groups.count >= 2, count >= 3 else { return nil }
        func solution(_ logTheta: Double) -> Solution? { Solution(moments, theta: exp(logTheta), count: count) }
        func loss(_ logTheta: Double) -> Double { solution(logTheta).map { -$0.logLikelihood } ?? .infinity }
        guard let best = solution(Self.minimum(of: loss, between: -12, and: 6)) else { return nil }
        intercept = best.coefficients[0]
        slope = best.coefficients[1]
        let variance = best.variance
        interceptError = (variance * best.inverse[0, 0]).squareRoot()
        slopeError = (variance * best.inverse[1, 1]).squareRoot()
        residualDeviation = variance.squareRoot()
        groupDeviation = best.theta * residualDeviation
        logLikelihood = best.logLikelihood
    }

    /// The smallest value of a function: best of 60 grid points, then golden section around it.
    private static func minimum(of loss: (Double) -> Double, between low: Double, and high: Double) -> Double {
        let step = (high - low) / 60
        let start = (0...60).map { low + Double($0) * step }.reduce(low) { loss($1) < loss($0) ? $1 : $0 }
        let ratio = (5.0.squareRoot() - 1) / 2
        var (a, b) = (start - step, start + step)
        for _ in 0..<100 {
            let (c, d) = (b - ratio * (b - a), a + ratio * (b - a))
            if loss(c) < loss(d) { b = d } else { a = c }
        }
        return (a + b) / 2
    }
}

/// Sums of one group.
private struct Moments {
    var (n, x, y, xx, xy, yy) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)

    init(_ group: [(x: Double, y: Double)]) {
        for (x, y) in group {
            n += 1
            self.x += x
            self.y += y
            xx += x * x
            xy += x * y
            yy += y * y
        }
    }
}

/// Generalised least squares at one θ, with V = I + θ²·11ᵀ in each group.
private struct Solution {
    let theta: Double
    let coefficients: [Double]
    let inverse: SymmetricMatrix
    let variance: Double
    let logLikelihood: Double

    init?(_ groups: [Moments], theta: Double, count: Double) {
        var normal = SymmetricMatrix(size: 2)
        var right = [0.0, 0.0]
        var (square, logDeterminant) = (0.0, 0.0)
        for group in groups {
            // V⁻¹ = I − k·11ᵀ with k = θ²/(1 + nθ²); det V = 1 + nθ².
            let determinant = 1 + group.n * theta * theta
            let k = theta * theta / determinant
            normal[0, 0] += group.n - k * group.n * group.n
            normal[0, 1] += group.x - k * group.n * group.x
            normal[1, 1] += group.xx - k * group.x * group.x
            right[0] += group.y - k * group.n * group.y
            right[1] += group.xy - k * group.x * group.y
            square += group.yy - k * group.y * group.y
            logDeterminant += log(determinant)
        }
        guard let factor = normal.cholesky() else { return nil }
        let beta = factor.solve(right)
        let residual = square - beta[0] * right[0] - beta[1] * right[1]
        let freedom = count - 2
        guard residual > 0 else { return nil }
        self.theta = theta
        coefficients = beta
        inverse = factor.inverse()
        variance = residual / freedom
        let logTwoPi = 1.837877066409345
        logLikelihood = -0.5 * (logDeterminant + factor.logDeterminant + freedom * (1 + logTwoPi + log(variance)))
    }
}
