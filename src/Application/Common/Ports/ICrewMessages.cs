using Director.Domain.Generation;

namespace Director.Application.Common.Ports;

/// <summary>Tells people in their chats what became of what they asked for, where a messenger is configured. Without one, does nothing.</summary>
public interface ICrewMessages
{
    /// <summary>Within a unit of work: when it commits, whoever asked for the generation, and whoever may select, is told how it ended.</summary>
    /// <param name="run">A generation that has ended.</param>
    /// <param name="overBudget">Whether it ended because a budget would have been overdrawn.</param>
    /// <param name="ct">Cancels.</param>
    Task TellEndedAsync(GenerationRun run, bool overBudget, CancellationToken ct);

    /// <summary>Outside any unit of work: the caller, and whoever runs the workspace, is told that a request was refused for want of budget.</summary>
    Task TellOverBudgetAsync(string message, CancellationToken ct);
}
