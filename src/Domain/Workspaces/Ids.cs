using Director.Domain.Common;

namespace Director.Domain.Workspaces;

/// <summary>Identifies a workspace (tenant): the first column of every tenant table's key.</summary>
public readonly record struct WorkspaceId(Guid Value) : ITypedId
{
    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}

/// <summary>Identifies a person with an account.</summary>
public readonly record struct UserId(Guid Value) : ITypedId
{
    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}
