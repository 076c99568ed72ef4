namespace Director.Application.Common.Ports;

/// <summary>The code printed at start that proves that whoever sets up a server from afar may read its log.</summary>
public interface ISetupCode
{
    /// <summary>Whether it is this one; takes equally long for every wrong one of the same length.</summary>
    bool Is(string given);
}
