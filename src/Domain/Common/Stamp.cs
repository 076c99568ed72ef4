using Director.Domain.Workspaces;

namespace Director.Domain.Common;

/// <summary>Who did something, and when. A worker acts for the person who asked.</summary>
public readonly record struct Stamp(UserId By, DateTimeOffset At);
