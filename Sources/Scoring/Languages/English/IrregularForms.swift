/// English words whose forms no rule makes, each with all its other forms.
enum IrregularForms {
    static let table: [String: [String]] = {
        var table: [String: [String]] = [:]
        for line in lines.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            if let first = words.first { table[first] = Array(words.dropFirst()) }
        }
        return table
    }()

    private static let lines = """
        be am is are was were been being
        have has had having
        do does did done doing
        go goes went gone going
        get gets got gotten getting
        give gives gave given giving
        take takes took taken taking
        make makes made making
        say says said saying
        tell tells told telling
        see sees saw seen seeing
        come comes came coming
        know knows knew known knowing
        think thinks thought thinking
        feel feels felt feeling
        find finds found finding
        leave leaves left leaving
        keep keeps kept keeping
        let lets letting
        begin begins began begun beginning
        lose loses lost losing
        pay pays paid paying
        meet meets met meeting
        run runs ran running
        bring brings brought bringing
        buy buys bought buying
        write writes wrote written writing
        sit sits sat sitting
        stand stands stood standing
        hear hears heard hearing
        hold holds held holding
        break breaks broke broken breaking
        speak speaks spoke spoken speaking
        spend spends spent spending
        send sends sent sending
        build builds built building
        fall falls fell fallen falling
        cut cuts cutting
        put puts putting
        set sets setting
        hit hits hitting
        hurt hurts hurting
        cost costs costing
        shut shuts shutting
        quit quits quitting
        rise rises rose risen rising
        drive drives drove driven driving
        ride rides rode ridden riding
        eat eats ate eaten eating
        drink drinks drank drunk drinking
        forget forgets forgot forgotten forgetting
        forgive forgives forgave forgiven forgiving
        steal steals stole stolen stealing
        choose chooses chose chosen choosing
        freeze freezes froze frozen freezing
        wake wakes woke woken waking
        wear wears wore worn wearing
        tear tears tore torn tearing
        throw throws threw thrown throwing
        blow blows blew blown blowing
        grow grows grew grown growing
        fly flies flew flown flying
        show shows showed shown showing
        draw draws drew drawn drawing
        understand understands understood understanding
        win wins won winning
        shine shines shone shining
        stick sticks stuck sticking
        strike strikes struck striking
        sell sells sold selling
        sleep sleeps slept sleeping
        sweep sweeps swept sweeping
        mean meant
        deal deals dealt dealing
        lead leads led leading
        read reads reading
        feed feeds fed feeding
        fight fights fought fighting
        catch catches caught catching
        teach teaches taught teaching
        seek seeks sought seeking
        stink stinks stank stunk stinking
        sink sinks sank sunk sinking
        sing sings sang sung singing
        ring rings rang rung ringing
        swear swears swore sworn swearing
        lie lies lied lying
        lay lays laid laying
        die dies died dying
        tie ties tied tying
        bite bites bit bitten biting
        hide hides hid hidden hiding
        shake shakes shook shaken shaking
        become becomes became becoming
        shoot shoots shot shooting
        spill spills spilled spilt spilling
        spoil spoils spoiled spoilt spoiling
        smell smells smelled smelt smelling
        burn burns burned burnt burning
        learn learns learned learnt learning
        cancel cancels canceled cancelled canceling cancelling
        travel travels traveled travelled traveling travelling
        label labels labeled labelled labeling labelling
        panic panics panicked panicking
        man men
        woman women
        child children
        person people persons
        foot feet
        tooth teeth
        thief thieves
        knife knives
        bus buses
        quiz quizzes
        suck sucks sucked sucking
        rebook rebooks rebooked rebooking
        offend offends offended offending
        """
}
