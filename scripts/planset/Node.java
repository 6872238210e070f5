/** A point of the road network; what the service stores of it, with two decimals. */
record Node(double x, double y, double kloftaMin, double gardermoenMin, double mainRoadM) {}
