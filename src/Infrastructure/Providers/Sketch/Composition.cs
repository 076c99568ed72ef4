using Director.Infrastructure.Providers.Sketch.Drawing;
using Director.Infrastructure.Providers.Sketch.Figures;
using Director.Infrastructure.Providers.Sketch.Finish;
using Director.Infrastructure.Providers.Sketch.Reading;
using Director.Infrastructure.Providers.Sketch.Sets;
using SkiaSharp;

namespace Director.Infrastructure.Providers.Sketch;

/// <summary>Places set, people and light for a shot size and an angle.</summary>
internal sealed class Composition(Stage stage, SKCanvas canvas)
{
    private readonly SketchReading _reading = stage.Reading;
    private readonly Pen _pen = stage.Pen;
    private readonly float _w = stage.Width;
    private readonly float _h = stage.Height;

    private bool Close => _reading.Size is SketchSize.CloseUp or SketchSize.ExtremeCloseUp;

    public void Draw()
    {
        var people = _reading.People;
        if (_reading.Size == SketchSize.ExtremeCloseUp && people.Count > 0)
        {
            ExtremeCloseUp();
            return;
        }
        stage.FigureX = _w * (.5f + stage.Side * .15f * stage.Spread) + stage.Take.Jitter(_w * .04f);
        var set = SetLibrary.For(_reading.Setting);
        _pen.View = SetView();
        set.Draw(stage);
        if (stage.Reading.Has(SketchProp.Crowd) && !Close && !_reading.Interior)
            Pieces.Crowd(stage, _reading.Size == SketchSize.ExtremeWide ? 2.2f : 3.4f, 14);
        _pen.View = View.Plain;
        if (_reading.StillLife)
            new StillLife(stage).Draw();
        else if (people.Count > 0)
            People();
        _pen.View = SetView();
        set.DrawFront(stage);
        _pen.View = View.Plain;
        Weather.Draw(stage);
        FallOff();
    }

    /// <summary>Closer sizes see less of the same set; from below verticals meet above the frame.</summary>
    private View SetView()
    {
        var zoom = _reading.StillLife ? 1.9f : _reading.Size switch
        {
            SketchSize.Medium => 1.25f,
            SketchSize.CloseUp or SketchSize.ExtremeCloseUp => 1.75f,
            _ => 1,
        };
        var lean = _reading.Angle switch { SketchAngle.Low => .17f, SketchAngle.High => -.1f, _ => 0 };
        return new View(zoom, new Spot(_w * (.5f - stage.Side * .3f), stage.Horizon), default, lean, new Spot(_w / 2, stage.Horizon));
    }

    private void ExtremeCloseUp()
    {
        var line = _h * _reading.Angle switch { SketchAngle.Low => .40f, SketchAngle.High => .52f, _ => .45f };
        new EyesFrame(_pen, Look.Of(_reading.People[0]), _w, _h, line, stage.Take).Draw();
        if (_reading.Angle == SketchAngle.OverShoulder)
            Near(_reading.People.Select(Look.Of).ToList());
        Paper.FallOff(canvas, stage.Palette, _pen.Light, _w, _h, .22f);
    }

    private void People()
    {
        var looks = _reading.People.Select(Look.Of).ToList();
        if (_reading.Angle == SketchAngle.OverShoulder && _reading.Size is (SketchSize.Medium or SketchSize.CloseUp))
            OverShoulder(looks);
        else if (_reading.Setting == SketchSetting.Vehicle && !Close)
            Medium(looks);
        else if (_reading.Size is SketchSize.CloseUp or SketchSize.ExtremeCloseUp)
            CloseUp(looks);
        else if (_reading.Size == SketchSize.Medium)
            Medium(looks);
        else
            Full(looks);
    }

    private void CloseUp(List<Look> looks)
    {
        var hh = stage.Reference * stage.Take.Between(.54f, .61f);
        var y = _h * _reading.Angle switch { SketchAngle.Low => .43f, SketchAngle.High => .50f, _ => .46f };
        Head(looks[0], stage.FigureX, y, hh, -stage.Side, stage.Take.Chance(.5f) ? HeadView.Profile : HeadView.ThreeQuarter);
    }

    private void Medium(List<Look> looks)
    {
        var scale = stage.Reference * _reading.Angle switch { SketchAngle.Low => .36f, SketchAngle.High => .31f, _ => .335f }
            * _reading.Size switch { SketchSize.Wide => .78f, SketchSize.ExtremeWide => .55f, _ => 1 };
        var y = _h * _reading.Angle switch { SketchAngle.Low => .36f, SketchAngle.High => .43f, _ => .41f };
        if (looks.Count == 1)
        {
            Head(looks[0], stage.FigureX, y, scale * 1.06f, -stage.Side, stage.Take.Chance(.3f) ? HeadView.Profile : HeadView.ThreeQuarter);
        }
        else
        {
            if (looks.Count > 2)
                Head(looks[2], _w * .5f + stage.Take.Jitter(_w * .03f), y - _h * .015f, scale * .72f, stage.Take.Sign(),
                    HeadView.ThreeQuarter);
            var near = stage.Take.Between(.93f, 1f);
            Head(looks[0], _w * (.5f + stage.Side * .235f), y + _h * .02f, scale * near, -stage.Side, stage.Take.Chance(.6f)
                ? HeadView.Profile : HeadView.ThreeQuarter);
            Head(looks[1], _w * (.5f - stage.Side * .24f), y, scale * .97f, stage.Side, stage.Take.Chance(.6f) ? HeadView.Profile
                : HeadView.ThreeQuarter);
        }
        Foreground();
    }

    private void OverShoulder(List<Look> looks)
    {
        var face = _reading.Size == SketchSize.CloseUp ? .48f : .37f;
        Head(looks[0], _w * (.5f + stage.Side * -.11f), _h * .41f, stage.Reference * face, stage.Side, stage.Take.Chance(.65f)
            ? HeadView.Profile : HeadView.ThreeQuarter);
        Near(looks);
    }

    /// <summary>The near shoulder; whoever the text names first is the face we see, so this is the second.</summary>
    private void Near(List<Look> looks)
    {
        var near = looks.Count > 1 ? looks[1] : Look.Of(new SketchCastMember("the other one"));
        Head(near, _w * (.5f + stage.Side * (_reading.Size == SketchSize.ExtremeCloseUp ? .47f : .385f)), _h * .46f,
            stage.Reference * .62f, -stage.Side, HeadView.Back);
    }

    private void Full(List<Look> looks)
    {
        var h = stage.FigureHeight;
        var feet = _h * stage.FeetShare;
        var extreme = _reading.Size == SketchSize.ExtremeWide;
        var spots = new List<(Look Look, float X, float Feet, float Height, float Facing, SketchPose Pose)>();
        if (stage.Footing is { } place)
            feet = place.Y;
        if (stage.FootingShare is { } share)
            h = _h * share;
        else if (stage.Footing is not null)
            h = _h * .15f;
        var x = stage.Footing is { } at0 ? at0.X : stage.FigureReach is { } reach0 ? _w * (.5f + stage.Side * reach0) : extreme
            ? _w * (.5f + stage.Side * .17f * stage.Spread) + stage.Take.Jitter(_w * .06f) : stage.FigureX;
        var facing = _reading.Pose is SketchPose.Walk or SketchPose.Run or SketchPose.Case && stage.Take.Chance(.25f) ? stage.Side
            : -stage.Side;
        spots.Add((looks[0], x, feet, h, facing, _reading.Pose));
        var shoulder = _reading.Angle == SketchAngle.OverShoulder;
        if (shoulder)
            spots[0] = spots[0] with { X = _w * (.5f - stage.Side * .12f), Facing = stage.Side };
        for (var k = 1; k < Math.Min(looks.Count, 6); k++)
        {
            if (shoulder && k == 1)
                continue;
            // Never two on one row: each next one stands farther back.
            var far = extreme ? 1 + .12f * k : _reading.Interior ? 1.1f + .09f * k : k == 1 ? 1.22f : 1.3f + .2f * k;
            var row = stage.Horizon + (feet - stage.Horizon) / far;
            var side = k % 2 == 1 ? -1 : 1;
            var reach = stage.FigureReach is { } apart && k == 1 ? apart : extreme ? .05f + .035f * k
                : k switch { 1 => .17f, 2 => .33f, 3 => .30f, _ => .08f * k - .2f };
            spots.Add((looks[k], _w * (.5f + side * stage.Side * reach) + stage.Take.Jitter(_w * .02f), row, h / far, side * stage.Side,
                k == 1 && stage.Take.Chance(.2f) ? SketchPose.Back : SketchPose.Stand));
        }
        foreach (var (look, at, foot, height, face, pose) in Enumerable.Reverse(spots))
        {
            _pen.Light = stage.LightFor(at);
            new FullFigure(_pen, look, new Spot(at, foot), height * look.Height / 1.72f, face, pose).Draw();
        }
        if (shoulder)
            Near(looks);
    }

    private void Head(Look look, float x, float y, float hh, float facing, HeadView view)
    {
        // Faces are lit from the front more often than the room would have it: they are what the frame is about.
        _pen.Light = view != HeadView.Back && stage.Take.Chance(.7f) ? facing : stage.LightFor(x);
        if (look.Build == Build.Child)
            (y, hh) = (y + hh * .35f, hh * .9f);
        new Bust(_pen, look, new Spot(x, y), hh, facing, view, stage.Take).Draw();
    }

    /// <summary>A table across the lower edge of a medium shot in a room, with what the text puts on it.</summary>
    private void Foreground()
    {
        if (!_reading.Interior || _reading.Angle == SketchAngle.Low
            || _reading.Setting is SketchSetting.Vehicle or SketchSetting.Corridor or SketchSetting.Stair or SketchSetting.Cave or SketchSetting.Church)
            return;
        var p = stage.Palette;
        var top = _h * .875f;
        var wood = p.Far.To(p.Local(0x7a5a3a), .5f);
        var table = Outline.Poly((-60, top + 6), (_w + 60, top - 6), (_w + 60, _h + 60), (-60, _h + 60));
        _pen.Blend(table, (0, top), (0, _h), wood.To(p.Key, .1f), wood.To(p.Near, .4f));
        _pen.Ink(Outline.Open((-60, top + 6), (_w + 60, top - 6)), 2, .85f);
        var grain = new Outline();
        for (var k = 0; k < 7; k++)
            grain.M(stage.Take.Between(-20, _w * .8f), top + 10 + k * 5).L(stage.Take.Between(_w * .2f, _w), top + 7 + k * 5);
        _pen.Ink(grain, 1, .28f, twice: false);
        new StillLife(stage).OnTable(top, _w * (.5f - stage.Side * (_reading.People.Count > 1 ? .02f : .22f)), _h * .11f);
    }

    private void FallOff()
    {
        var light = stage.Light;
        if (_reading.Time == SketchTime.Lamp)
            Paper.Vignette(canvas, stage.Palette, light, stage.Width * .76f, _w, _h, .72f);
        else
            Paper.FallOff(canvas, stage.Palette, stage.KeySide, _w, _h,
                _reading.Time switch { SketchTime.Day => .18f, SketchTime.Dawn => .26f, _ => .36f });
    }
}
