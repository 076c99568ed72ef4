namespace Director.Infrastructure.Providers.Sketch.Figures;

internal enum HeadView { Profile, ThreeQuarter, Back }
