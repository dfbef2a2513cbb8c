
namespace PiiDocs.Documents;

/// <summary>Lays a diagram out in rows, lines running down: no box on another, no line through a box, no label on a label.</summary>
/// <remarks>
/// The layered method of Sugiyama: rows by longest way, passages for lines that skip rows, order by barycentre. Pages
/// and Word draw the same lines and texts, so that both show the same picture.
/// </remarks>
public static class DiagramLayout
{
    private static readonly Length NodeSize = Length.FromPoints(10.5m);
    private static readonly Length LabelSize = Length.FromPoints(9);
    private static readonly Length WidestBox = Length.FromPoints(120);
    private static readonly Length NarrowestBox = Length.FromPoints(58);
    private static readonly Length Padding = Length.FromPoints(6);
    private static readonly Length PassageWidth = Length.FromPoints(8);
    private static readonly Length BetweenBoxes = Length.FromPoints(18);
    private static readonly Length LeastGap = Length.FromPoints(30);
    private static readonly Length WidestLabel = Length.FromPoints(72);
    private static readonly Length ApartLabels = Length.FromPoints(4);

    // Faces are a little wider or narrower than reckoned; lines keep off a label by this much.
    private static readonly Length ClearOfLabels = Length.FromPoints(2);
    private static readonly Length Arrow = Length.FromPoints(4);

    // What a full-page figure leaves for its title, and for who drew it and when.
    private const int LinesBesideFigure = 6;

    // Above and below the labels of a gap together: that much of their lines shows at least, for the eye to follow.
    private static readonly Length[] Airs = [Length.FromPoints(44), Length.FromPoints(30), Length.FromPoints(16)];

    // Smaller and smaller, until it fits; below half size nobody could read it.
    private static readonly decimal[] Scales = [1m, 0.9m, 0.8m, 0.7m, 0.6m, 0.5m];

    /// <summary>As wide as the text of a page, and low enough to stand on it below a title.</summary>
    public static DiagramDrawing OnPage(Diagram diagram, PageGeometry page)
    {
        var room = Length.Min(page.TextHeight, page.LinePitch * page.LinesPerPage);
        var spare = page.LinePitch * LinesBesideFigure;
        return Arrange(diagram, page.TextWidth, room > spare * 2 ? room - spare : room);
    }

    /// <param name="width">To fill.</param>
    /// <param name="height">Not to exceed, as far as that can be read.</param>
    public static DiagramDrawing Arrange(Diagram diagram, Length width, Length height)
    {
        var drawing = Lay(diagram, width, Airs[0]);
        var smaller = Airs.Skip(1).Select(air => (Scale: 1m, Air: air)).Concat(Scales.Skip(1).Select(scale => (scale, Airs[^1])));
        foreach (var (scale, air) in smaller)
        {
            if (drawing.Height <= height)
            {
                break;
            }

            drawing = Lay(diagram, new((int)(width.Millipoints / scale)), air).ScaledTo(width);
        }

        return drawing;
    }

    private static DiagramDrawing Lay(Diagram diagram, Length width, Length air)
    {
        var mostInRow = Math.Max(1, (width + BetweenBoxes).Millipoints / (NarrowestBox + BetweenBoxes).Millipoints);
        var graph = new DiagramRows(diagram, mostInRow);
        var labels = Measure(diagram, graph.Rows, width);
        RowPlacement.Place(graph.Rows, width, BetweenBoxes);
        var drawing = new Drawing(diagram, graph, labels, (width, air));
        return drawing.Draw();
    }

    // Boxes as wide as their text, within what the row allows; the text then breaks to fit.
    private static LabelText[] Measure(Diagram diagram, List<List<DiagramSlot>> rows, Length width)
    {
        var labels = new LabelText[diagram.Nodes.Length];
        foreach (var row in rows)
        {
            var boxes = Math.Max(1, row.Count(slot => !slot.IsPassage));
            var room = width - (PassageWidth * (row.Count - boxes)) - (Padding * (row.Count - 1));
            var widest = Length.Min(WidestBox, new(room.Millipoints / boxes));
            foreach (var slot in row)
            {
                slot.Width = PassageWidth;
                if (!slot.IsPassage)
                {
                    var label = LabelText.Break(diagram.Nodes[slot.Node].Label, NodeSize, widest - (Padding * 2));
                    labels[slot.Node] = label;
                    slot.Width = Length.Min(widest, Length.Max(NarrowestBox, label.Width + (Padding * 2)));
                }
            }
        }

        return labels;
    }

    /// <summary>One diagram being drawn, from the top row down.</summary>
    private sealed class Drawing(Diagram diagram, DiagramRows graph, LabelText[] labels, (Length Width, Length Air) room)
    {
        private readonly List<DiagramLine> _lines = [];
        private readonly List<DiagramText> _texts = [];
        private readonly List<DiagramBox> _kept = [];

        public DiagramDrawing Draw()
        {
            var top = Padding;
            for (var row = 0; row < graph.Rows.Count; row++)
            {
                var bottom = top + HeightOf(graph.Rows[row]);
                DrawRow(graph.Rows[row], top, bottom);
                top = row + 1 < graph.Rows.Count ? DrawGap(row, bottom) : bottom;
            }

            return new(room.Width, top + Padding, [.. _lines], [.. _texts]);
        }

        private Length HeightOf(List<DiagramSlot> row) =>
            (Padding * 2) + (Pitch(NodeSize) * row.Where(slot => !slot.IsPassage).Max(slot => labels[slot.Node].Lines.Length));

        private void DrawRow(List<DiagramSlot> row, Length top, Length bottom)
        {
            foreach (var slot in row)
            {
                if (slot.IsPassage)
                {
                    continue;
                }

                var half = new Length(slot.Width.Millipoints / 2);
                var node = diagram.Nodes[slot.Node];
                var box = new DiagramBox(slot.Centre - half, top, slot.Centre + half, bottom);
                NodeOutline.Draw(box, node.Shape, node.IsDashed, _lines);
                Write(labels[slot.Node], slot.Centre, (top, bottom), NodeSize);
            }

            foreach (var path in graph.Paths)
            {
                foreach (var slot in path.Slots.Where(slot => slot.IsPassage && row.Contains(slot)))
                {
                    _lines.Add(new(slot.Centre, top, slot.Centre, bottom, diagram.Edges[path.Edge].IsDashed));
                }
            }
        }

        /// <returns>The top of the next row.</returns>
        private Length DrawGap(int row, Length top)
        {
            var steps = StepsBelow(row);
            var labelled = steps.Where(step => step.Label is not null).Select(step => step.Label!).ToList();
            var lanes = EdgeLabels.Place(labelled, room.Width, ApartLabels);
            var lane = labelled.Count == 0 ? Length.Zero : Pitch(LabelSize) * labelled.Max(label => label.Text.Lines.Length);
            var bottom = top + (labelled.Count == 0 ? LeastGap : Length.Max(LeastGap, (lane * lanes) + room.Air));
            var laneTop = top + new Length((bottom - top - (lane * lanes)).Millipoints / 2);
            _kept.Clear();
            foreach (var label in labelled)
            {
                var upper = laneTop + (lane * label.Lane);
                var half = new Length(label.Text.Width.Millipoints / 2);
                _kept.Add(new(label.Centre - half - ClearOfLabels, upper, label.Centre + half + ClearOfLabels, upper + lane));
                Write(label.Text, label.Centre, (upper, upper + lane), LabelSize);
            }

            foreach (var step in steps)
            {
                DrawStep(step, top, bottom);
            }

            return bottom;
        }

        private void DrawStep(in Step step, Length top, Length bottom)
        {
            var line = new DiagramLine(step.From, top, step.To, bottom, step.IsDashed);
            _lines.AddRange(LineCutter.Outside(line, _kept));
            if (step.ArrowDown)
            {
                DrawArrow(step.To, bottom, -Arrow);
            }

            if (step.ArrowUp)
            {
                DrawArrow(step.From, top, Arrow);
            }
        }

        private void DrawArrow(Length x, Length y, Length back)
        {
            var half = new Length(Arrow.Millipoints / 2);
            _lines.Add(new(x - half, y + back, x, y, false));
            _lines.Add(new(x + half, y + back, x, y, false));
        }

        private List<Step> StepsBelow(int row)
        {
            var steps = new List<Step>();
            foreach (var path in graph.Paths)
            {
                var index = path.Slots.FindIndex(slot => slot.Row == row);
                if (index < 0 || index + 1 >= path.Slots.Count)
                {
                    continue;
                }

                var edge = diagram.Edges[path.Edge];
                var (upper, lower) = (path.Slots[index], path.Slots[index + 1]);
                var (from, to) = (Port(upper, upper.Below, path, lower), Port(lower, lower.Above, path, upper));
                var label = index == 0 && !edge.Label.IsEmpty
                    ? new EdgeLabel(LabelText.Break(edge.Label, LabelSize, WidestLabel), from, to)
                    : null;
                var isEnd = index + 2 == path.Slots.Count;
                steps.Add(new(from, to, edge.IsDashed, isEnd && !path.PointsUp, index == 0 && path.PointsUp, label));
            }

            return steps;
        }

        // Lines that meet at a box do so side by side, in the order of where they come from.
        private Length Port(DiagramSlot slot, List<DiagramSlot> neighbours, DiagramPath path, DiagramSlot other)
        {
            if (slot.IsPassage || neighbours.Count == 1)
            {
                return slot.Centre;
            }

            var isBelow = ReferenceEquals(neighbours, slot.Below);
            var ends = graph.Paths
                .Select(each => (Path: each, Index: each.Slots.IndexOf(slot)))
                .Where(each => each.Index >= 0 && (isBelow ? each.Index + 1 < each.Path.Slots.Count : each.Index > 0))
                .Select(each => (each.Path, Other: each.Path.Slots[each.Index + (isBelow ? 1 : -1)]))
                .OrderBy(each => each.Other.Centre)
                .ThenBy(each => each.Path.Edge)
                .ToList();
            var place = ends.FindIndex(each => ReferenceEquals(each.Path, path) && ReferenceEquals(each.Other, other));
            var room = slot.Width - (Padding * 4);
            return slot.Centre - new Length(room.Millipoints / 2) + new Length(room.Millipoints * ((2 * place) + 1) / (2 * ends.Count));
        }

        private void Write(LabelText label, Length centre, (Length Top, Length Bottom) room, Length size)
        {
            var pitch = Pitch(size);
            var spare = room.Bottom - room.Top - (pitch * label.Lines.Length);
            var baseline = room.Top + new Length(spare.Millipoints / 2) + (size * 1.05m);
            foreach (var line in label.Lines)
            {
                _texts.Add(new(centre, baseline, size, line));
                baseline += pitch;
            }
        }

        private static Length Pitch(Length size) => size * 1.25m;
    }

    /// <summary>The part of a line that crosses one gap.</summary>
    private readonly record struct Step(
        Length From,
        Length To,
        bool IsDashed,
        bool ArrowDown,
        bool ArrowUp,
        EdgeLabel? Label);
}
