namespace Director.ClientGenerator;

/// <summary>What a client is generated in.</summary>
internal enum Language
{
    CSharp,
    TypeScript,
}
