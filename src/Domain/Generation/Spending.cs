namespace Director.Domain.Generation;

/// <summary>What has been spent and what is promised, in the workspace's currency. A promise counts from acceptance until its generation ends.</summary>
/// <param name="Month">Settled in this calendar month (UTC).</param>
/// <param name="Day">Settled today (UTC).</param>
/// <param name="Reserved">Promised to generations that have not ended.</param>
/// <param name="Film">Settled for the film, ever.</param>
/// <param name="FilmReserved">Promised to the film's generations that have not ended.</param>
public sealed record Spending(decimal Month, decimal Day, decimal Reserved, decimal Film, decimal FilmReserved);
