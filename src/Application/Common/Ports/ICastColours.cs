namespace Director.Application.Common.Ports;

/// <summary>The colour that a character is drawn and marked in while nobody has chosen one: the same for the same name, on the board and in the frames.</summary>
public interface ICastColours
{
    /// <summary>As <c>#rrggbb</c>.</summary>
    string Of(string name);
}
